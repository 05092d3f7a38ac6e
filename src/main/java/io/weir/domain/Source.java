package io.weir.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The publication a listing was read from.
 *
 * @param uri file name or URL
 * @param sha256 of the publication's bytes, lower-case hex
 * @param publishedOn the date the publication gives itself
 */
public record Source(String uri, String sha256, Optional<LocalDate> publishedOn) {}
