export { hoursText, openingText, venueOpening, type OpenWord, type VenueOpening } from './hours-words.js';
export { mapLinks, type HandedPlace, type MapLink } from './map-links.js';
export { distanceText, nearVenues, placeOfRow, type NearVenue } from './near-venues.js';
export { openingAt, parseHours, type OpeningHours, type OpeningState, type Span } from './opening-hours.js';
export { SPORTS, sportsOf, type Sport } from './sports.js';
export { blindSpots, cellSize, type BlindSpot } from './blind-spots.js';
export { coverageSummary, type CoveredDistrict, type CoveredPeople } from './coverage-summary.js';
export { reachMeters, USUAL_SPEED, type TravelMode } from './reach.js';
