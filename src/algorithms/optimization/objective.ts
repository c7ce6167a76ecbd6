/**
 * A smooth function to be minimised: returns its value at `point` and writes its gradient into `gradient`. Infinity or
 * NaN where it is not defined.
 */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** A place of the search with what is known there. */
export type LinePoint = {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
};

export function evaluate(objective: Objective, point: Float64Array): LinePoint {
  const gradient = new Float64Array(point.length);
  const value = objective(point, gradient);
  return { point, value, gradient };
}

/**
 * The same function of the logarithms: what must be positive can then be searched without bounds. By the chain rule
 * ∂f/∂ln x = x · ∂f/∂x.
 */
export function inLogarithms(objective: Objective): Objective {
  return (logarithms, gradient) => {
    const point = logarithms.map((value) => Math.exp(value));
    const value = objective(point, gradient);
    for (let i = 0; i < point.length; i++) gradient[i] = (gradient[i] as number) * (point[i] as number);
    return value;
  };
}
