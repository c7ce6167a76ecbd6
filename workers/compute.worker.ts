import { tasks } from '../src/features/tasks';
import { serve } from '../src/rpc/serve';
import { createComputeApi } from './compute.api';

serve(createComputeApi(tasks));
