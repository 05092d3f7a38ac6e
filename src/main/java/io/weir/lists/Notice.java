package io.weir.lists;

/**
 * Something a reader of a publication should know about one of its rows.
 *
 * @param line in the publication, from 1; 0 when it is about no single row
 * @param entryId the authority's id of the entry; empty when unknown
 * @param text as published
 * @param effect what became of the row
 * @param reason in a sentence
 */
public record Notice(int line, String entryId, String text, Effect effect, String reason) {

  /** What became of the row. */
  public enum Effect {
    /** Loaded like any other. */
    LOADED,
    /** Loaded in a spelling that differs from the published one and that a checksum proves. */
    REPAIRED,
    /** Listed by its bare text, because it does not read as an address. */
    KEPT_AS_TEXT,
    /** Not loaded: there is no address in it to list. */
    LEFT_OUT
  }
}
