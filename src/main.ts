import { mount, type Component } from 'svelte';

const modules = import.meta.glob<{ default: Component }>('./app/App.svelte');
const target = document.getElementById('app');

for (const load of Object.values(modules)) {
  if (target !== null) mount((await load()).default, { target });
}
