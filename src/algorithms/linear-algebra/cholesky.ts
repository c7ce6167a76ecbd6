/**
 * The inverse of a symmetric positive definite matrix, by its Cholesky factor.
 *
 * @param matrix n × n, row by row; not modified
 * @returns null when the matrix is not positive definite (or nearly so: a pivot below 1e-13 of the diagonal)
 *
 * Source: Golub & Van Loan 2013, Matrix Computations, algorithm 4.2.1 (outer product Cholesky). O(n³)
 *
 * @example inverseOfPositive(Float64Array.of(4, 0, 0, 2), 2) // [0.25, 0, 0, 0.5]
 */
export function inverseOfPositive(matrix: Float64Array, n: number): Float64Array | null {
  const factor = choleskyFactor(matrix, n);
  if (factor === null) return null;
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const unit = new Float64Array(n);
    unit[column] = 1;
    const solved = solveFactored(factor, unit);
    for (let row = 0; row < n; row++) inverse[row * n + column] = solved[row] as number;
  }
  return inverse;
}

/** L with L·Lᵀ = `matrix`, lower triangle, row by row; null when there is none. */
function choleskyFactor(matrix: Float64Array, n: number): Float64Array | null {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (factor[i * n + k] as number) * (factor[j * n + k] as number);
      if (i === j) {
        if (!(sum > 1e-13 * (matrix[i * n + i] as number))) return null;
        factor[i * n + i] = Math.sqrt(sum);
      } else factor[i * n + j] = sum / (factor[j * n + j] as number);
    }
  }
  return factor;
}

function solveFactored(factor: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const x = right.slice();
  for (let i = 0; i < n; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (factor[i * n + k] as number) * (x[k] as number);
    x[i] = sum / (factor[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (factor[k * n + i] as number) * (x[k] as number);
    x[i] = sum / (factor[i * n + i] as number);
  }
  return x;
}
