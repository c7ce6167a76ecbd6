import { expect, it } from 'vitest';
import { parametersInLink, withoutParameters, withParameters } from './analysis-parameters';

const all = { 'a.b~model': 'x', 'a.b~unit': 'week', 'a.bc~model': 'y' };

it('gives an analysis its own parameters of a link', () => {
  expect(parametersInLink(all, 'a.b')).toEqual({ model: 'x', unit: 'week' });
  expect(parametersInLink(undefined, 'a.b')).toEqual({});
});

it('changes one of them, or puts it back to its default', () => {
  expect(withParameters(all, 'a.b', { unit: 'day' })).toEqual({ ...all, 'a.b~unit': 'day' });
  expect(withParameters(all, 'a.b', { model: '' })).toEqual({ 'a.b~unit': 'week', 'a.bc~model': 'y' });
  expect(withParameters(undefined, 'a.b', { model: 'x' })).toEqual({ 'a.b~model': 'x' });
});

it('leaves out what a control calls the default, and changes several at once', () => {
  const changed = withParameters(all, 'a.b', { model: 'z', unit: 'day' }, { unit: 'day' });
  expect(changed).toEqual({ 'a.b~model': 'z', 'a.bc~model': 'y' });
});

it('puts all of an analysis back', () => {
  expect(withoutParameters(all, 'a.b')).toEqual({ 'a.bc~model': 'y' });
  expect(withoutParameters(undefined, 'a.b')).toEqual({});
});
