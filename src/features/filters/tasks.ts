import type { Task } from '../task';
import { fields, type FieldsParameters, type FieldsResult } from './fields';
import { options, optionsDefaults, type OptionsParameters, type OptionsResult } from './options';

export const fieldsTask: Task<FieldsParameters, FieldsResult> = {
  id: 'filters.fields',
  defaults: {},
  needs: ['customer'],
  query: fields,
};

export const optionsTask: Task<OptionsParameters, OptionsResult> = {
  id: 'filters.options',
  defaults: optionsDefaults,
  needs: ['customer'],
  query: options,
};
