import { expect, it } from 'vitest';
import { parametersInLink, withParameter } from './analysis-parameters';

const all = { 'a.b~model': 'x', 'a.b~unit': 'week', 'a.bc~model': 'y' };

it('gives an analysis its own parameters of a link', () => {
  expect(parametersInLink(all, 'a.b')).toEqual({ model: 'x', unit: 'week' });
  expect(parametersInLink(undefined, 'a.b')).toEqual({});
});

it('changes one of them, or puts it back to its default', () => {
  expect(withParameter(all, 'a.b', 'unit', 'day')).toEqual({ ...all, 'a.b~unit': 'day' });
  expect(withParameter(all, 'a.b', 'model', undefined)).toEqual({ 'a.b~unit': 'week', 'a.bc~model': 'y' });
  expect(withParameter(undefined, 'a.b', 'model', 'x')).toEqual({ 'a.b~model': 'x' });
});
