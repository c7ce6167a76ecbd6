import type { Component } from 'svelte';

export type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly icon?: Component<{ size?: number | string }>;
  /** Shortcut at the right: `↵`, `T`. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  /** A mark in front: the item is one of a choice. */
  readonly isChecked?: boolean;
  /** A line above it. */
  readonly startsGroup?: boolean;
  readonly href?: string;
  readonly onselect?: () => void;
};
