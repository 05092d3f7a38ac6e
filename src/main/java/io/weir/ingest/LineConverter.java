package io.weir.ingest;

/** What one format makes of one JSON object. */
@FunctionalInterface
interface LineConverter {
  IngestLine convert(Row row) throws RowFault;
}
