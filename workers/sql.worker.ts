import { serve } from '../src/rpc/serve';
import { createSqlApi } from './sql.api';

serve(createSqlApi());
