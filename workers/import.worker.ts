import { serve } from '../src/rpc/serve';
import { createImportApi } from './import.api';
import { storage } from './storage';

serve(createImportApi(storage));
