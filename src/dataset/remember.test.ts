import { expect, it } from 'vitest';
import { Memory } from './remember';

it('makes a value once for each owner and name', () => {
  const memory = new Memory<object>();
  const [one, two] = [{}, {}];
  let made = 0;
  const ask = (owner: object, name: string) => memory.of(owner, name, () => ++made);
  expect([ask(one, 'a'), ask(one, 'a'), ask(one, 'b'), ask(two, 'a'), ask(one, 'b')]).toEqual([
    1, 1, 2, 3, 2,
  ]);
});

it('remembers that there is no value', () => {
  const memory = new Memory<object>();
  const owner = {};
  let made = 0;
  const ask = () =>
    memory.of(owner, 'a', () => {
      made++;
      return null;
    });
  expect([ask(), ask(), made]).toEqual([null, null, 1]);
});

it('forgets what was not asked for longest', () => {
  const memory = new Memory<object>(2);
  const owner = {};
  const made: string[] = [];
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) memory.of(owner, name, () => made.push(name));
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
