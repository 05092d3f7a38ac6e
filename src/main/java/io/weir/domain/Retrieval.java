package io.weir.domain;

import java.util.Optional;

/**
 * How a publication was come by: what a later request needs to ask only for something newer.
 *
 * @param reader the version of Weir that read it; empty text when unknown
 * @param etag the ETag the server gave
 * @param lastModified the Last-Modified the server gave, as HTTP writes it
 */
public record Retrieval(String reader, Optional<String> etag, Optional<String> lastModified) {

  /** Of a publication that came from no server. */
  public static Retrieval ofFile(String reader) {
    return new Retrieval(reader, Optional.empty(), Optional.empty());
  }
}
