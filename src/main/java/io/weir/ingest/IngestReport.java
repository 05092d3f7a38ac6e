package io.weir.ingest;

import java.util.SortedMap;

/**
 * What became of an input.
 *
 * @param lines lines looked at, blank ones and those before the first one asked for not counted
 * @param transfers transfers that are safely written
 * @param refused refused lines, counted by the field at fault
 * @param skipped lines that are right but are no transfer, counted by reason
 * @param sendersUnknown transfers of which the export leaves out where the funds come from
 * @param nextLine the line to go on with; everything before it is written or refused
 */
public record IngestReport(
    long lines,
    long transfers,
    SortedMap<String, Long> refused,
    SortedMap<String, Long> skipped,
    long sendersUnknown,
    long nextLine) {

  /** How many lines were refused. */
  public long refusedLines() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many lines were skipped. */
  public long skippedLines() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }
}
