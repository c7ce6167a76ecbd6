import { tasks } from '../src/features/tasks';
import { serve } from '../src/rpc/serve';
import { createDataApi } from './data.api';
import { storage } from './storage';

serve(createDataApi(tasks, storage));
