import { serve } from '../src/rpc/serve';
import { createImportApi } from './import.api';

serve(createImportApi());
