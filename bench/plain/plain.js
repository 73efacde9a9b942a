import * as d3 from 'd3';
import scrollama from 'scrollama';
import { feature } from 'topojson-client';

// The usual way hands the whole library on, so nothing of it can be left out.
window.d3 = d3;

const CASES = 92;
const LEFT = 22;
const FALLS = [331, 531, 1450];
const LINE = [[129.62594, 44.54804], [109.50947, 18.25435]];
const ISLAND = [109.8, 19.1];

const svg = d3.select('#chart');
const { width, height } = svg.node().getBoundingClientRect();
const china = await fetch('./china.topo.json').then((response) => response.json());
const provinces = feature(china, china.objects.provinces);
const projection = d3.geoConicEqualArea().parallels([25, 47]).rotate([-105, 0]).fitSize([width, height], provinces);
const path = d3.geoPath(projection);

const map = svg.append('g');
map.selectAll('path').data(provinces.features).join('path').attr('d', path).attr('fill', '#12263a').attr('stroke', '#22405a');
const line = map.append('path').datum({ type: 'LineString', coordinates: LINE }).attr('d', path).attr('fill', 'none').attr('stroke', '#6ec1e4').attr('stroke-width', 2);
const length = line.node().getTotalLength();
line.attr('stroke-dasharray', length).attr('stroke-dashoffset', length);

const columns = 12;
const pitch = width / (columns + 1);
const squares = svg.append('g').attr('opacity', 0);
squares.selectAll('rect').data(d3.range(CASES)).join('rect')
  .attr('x', (i) => pitch / 2 + (i % columns) * pitch).attr('y', (i) => 40 + Math.floor(i / columns) * pitch)
  .attr('width', pitch * 0.8).attr('height', pitch * 0.8).attr('fill', '#5fb8ac');

const scale = d3.scaleLinear().domain([0, d3.max(FALLS)]).range([0, width * 0.8]);
const bars = svg.append('g').attr('opacity', 0);
bars.selectAll('rect').data(FALLS).join('rect').attr('x', 20).attr('y', (_, i) => 60 + i * 80).attr('height', 40).attr('fill', '#5fb8ac').attr('width', 0);

const [ix, iy] = projection(ISLAND);
const states = [
  () => { map.attr('opacity', 1).attr('transform', null); line.attr('stroke-dashoffset', length); },
  (t) => line.attr('stroke-dashoffset', length * (1 - t)),
  (t) => { const k = 1 + t * 14; map.attr('transform', `translate(${width / 2},${height / 2})scale(${k})translate(${-(width / 2 + (ix - width / 2) * t)},${-(height / 2 + (iy - height / 2) * t)})`); },
  (t) => { map.attr('opacity', 1 - t); squares.attr('opacity', t); squares.selectAll('rect').attr('fill', '#5fb8ac'); },
  (t) => squares.selectAll('rect').attr('fill', (i) => (i < CASES - (CASES - LEFT) * t ? '#5fb8ac' : 'transparent')).attr('stroke', '#3b5a75'),
  (t) => { squares.attr('opacity', 1 - t); bars.attr('opacity', t); bars.selectAll('rect').attr('width', (fall) => scale(fall) * t); },
];
const scroller = scrollama();
scroller.setup({ step: '.step', offset: 0.8, progress: true }).onStepProgress(({ index, progress }) => states[index](progress));
addEventListener('resize', () => scroller.resize());
document.documentElement.setAttribute('data-live', '');
