package io.weir.sources;

import java.util.Optional;

/**
 * What a server gives with a file so that it can be asked later whether the file has changed (RFC
 * 9110, section 8.8).
 *
 * @param etag as sent, quotes and weakness mark included
 * @param lastModified the date as the server wrote it
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** To ask for the file whatever it is. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  /** Whether there is nothing to ask with. */
  public boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }
}
