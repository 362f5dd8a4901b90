/** Astronomical tide from harmonic constituents. */
import { createTidePredictor } from '@neaps/tide-predictor';

/** One harmonic constituent of a station. */
export interface TideConstituent {
  /** As the International Hydrographic Organization writes it: `M2`, `K1`, `MS4`. */
  readonly name: string;
  /** In the unit of the levels. */
  readonly amplitude: number;
  /** Phase lag at Greenwich, degrees. */
  readonly phase: number;
}

/** What is predicted. */
export interface TideSpan {
  /** Instants in ms. */
  readonly from: number;
  readonly to: number;
  /** Minutes between two levels. */
  readonly step: number;
  /** Mean sea level over the zero of the gauge, in the unit of the levels. */
  readonly meanLevel: number;
}

/** A level at an instant. */
export interface TideLevel {
  readonly time: number;
  readonly level: number;
}

/** Names of constituents that the prediction does not know; it leaves them out. */
export function unknownConstituents(constituents: readonly TideConstituent[]): readonly string[] {
  return constituents.map(({ name }) => name).filter((name) => !Object.prototype.hasOwnProperty.call(createTidePredictor.constituents, name));
}

/**
 * Levels of the astronomical tide: a sum of cosines with the nodal corrections of the International Hydrographic Organization. Weather is not in
 * it: no surge, no waves.
 */
export function tideLevels(constituents: readonly TideConstituent[], { from, to, step, meanLevel }: TideSpan): readonly TideLevel[] {
  const predictor = createTidePredictor([...constituents], { offset: meanLevel });
  return predictor
    .getTimelinePrediction({ start: new Date(from), end: new Date(to), timeFidelity: step * 60 })
    .map(({ time, level }) => ({ time: time.getTime(), level }));
}
