"""Writes a QGIS project of layers of a PostGIS that may be written to by WFS-T: connection, file, then table and EPSG code of each layer."""
import sys

from qgis.core import QgsApplication, QgsDataSourceUri, QgsProject, QgsVectorLayer

connection, path, *layers = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
ids = []
for table, code in zip(layers[::2], layers[1::2]):
    uri = QgsDataSourceUri(f"{connection} key='id' estimatedmetadata=true srid={code} type=Point table=\"public\".\"{table}\" (geom)")
    layer = QgsVectorLayer(uri.uri(False), table, "postgres")
    if not layer.isValid():
        sys.exit(f"no layer {table}: {layer.error().message()}")
    layer.setShortName(table)
    project.addMapLayer(layer)
    ids.append(layer.id())
project.writeEntry("WFSLayers", "/", ids)
for operation in ("Insert", "Update", "Delete"):
    project.writeEntry("WFSTLayers", operation, ids)
for one in ids:
    project.writeEntry("WFSLayersPrecision", f"/{one}", 8)
if not project.write(path):
    sys.exit("not written")
