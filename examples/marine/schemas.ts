/** What the fields of the page's own datasets mean. */
import { registerSchema, type DatasetSchema } from '@yizhangtu/data/model';
import { VESSEL } from '@yizhangtu/marine/data';

/** Columns of NOAA's MarineCadastre as they come, beside those that the page makes of them. Times are UTC without saying so: text, until the page says it. */
const NOAA: DatasetSchema = {
  ...VESSEL,
  id: 'page/noaa-ais@1',
  fields: [
    ...VESSEL.fields.map((field) => ({ ...field, required: false })),
    ...['MMSI', 'SOG', 'COG', 'Heading', 'VesselName', 'CallSign', 'VesselType', 'Status', 'Length', 'Width', 'Draft', 'Cargo', 'TransceiverClass', 'IMO'].map((name) => ({ name, internal: true })),
    { name: 'BaseDateTime', kind: 'text', internal: true },
  ],
};

registerSchema(NOAA);
