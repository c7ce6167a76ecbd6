import type { Language } from '../i18n/language';
import { customerOfRoute } from '../project/customer-route';
import type { AppState } from '../state/app-state.svelte';
import { copyText } from '../state/copy-text.dom';
import { downloadFile } from '../state/download.dom';
import type { AppKey } from './app.messages';

/** Copies the address as it stands, and says what is in it. A view that no address can hold is offered as a file. */
export async function shareLink(
  app: AppState,
  language: Language<AppKey>,
  withSettings: boolean,
): Promise<void> {
  const { view, notices, display } = app;
  view.settle();
  if (view.isTooLong) {
    const blob = new Blob([JSON.stringify(view.state, null, 2)], { type: 'application/json' });
    const run = (): void => {
      downloadFile(blob, 'view.clientele-view.json');
    };
    notices.show({
      kind: 'warning',
      text: () => language.t('share.file'),
      actions: [{ label: () => language.t('share.download'), run }],
    });
    return;
  }
  const settings = {
    lang: display.locale,
    dc: display.deltaColours,
    u: display.units,
    ...(display.theme === 'system' ? {} : { th: display.theme }),
  };
  const address = new URL(withSettings ? view.hrefFor(settings) : view.hrefFor({}), location.href).href;
  await say(app, language, address);
}

async function say(app: AppState, language: Language<AppKey>, address: string): Promise<void> {
  const { view, notices } = app;
  if (!(await copyText(address))) {
    notices.show({ kind: 'warning', text: () => language.t('share.failed') });
    return;
  }
  const id = customerOfRoute(view.state.route);
  if (id === null) {
    // What somebody typed may name a customer: a query, a search in a list.
    const key = view.state.q === undefined ? 'share.copied' : 'share.copied-text';
    notices.show({ kind: 'success', text: () => language.t(key) });
    return;
  }
  const without = new URL(view.hrefFor({ route: 'customers' }), location.href).href;
  const notice = notices.show({
    kind: 'warning',
    text: () => language.t('share.customer', { id }),
    actions: [
      {
        label: () => language.t('share.without'),
        run: () => {
          notices.close(notice);
          void copyText(without).then(() =>
            notices.show({ kind: 'success', text: () => language.t('share.copied') }),
          );
        },
      },
    ],
  });
}
