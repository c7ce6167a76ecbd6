import { fitBtyd } from '../../../src/algorithms/lifetime-value/fit-btyd';
import { silentControl } from '../../../src/base/control';
import { fittedCustomers, makeHistories } from '../make-histories';
import { measured, type Measured } from './measured';

/** Line 12: BG/NBD with all that the page does: five starts, standard errors included. */
export async function ours(): Promise<Measured> {
  const histories = makeHistories(fittedCustomers);
  return measured(
    () => fitBtyd('bg-nbd', histories, {}, silentControl),
    (fit) =>
      fit.state === 'fitted'
        ? { ...fit.model.parameters, logLikelihood: fit.model.logLikelihood }
        : { reason: fit.refusal.reason },
  );
}
