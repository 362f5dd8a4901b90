// Plug-ins of Leaflet look for it on the window.
import L from 'leaflet';

window.L = L;
