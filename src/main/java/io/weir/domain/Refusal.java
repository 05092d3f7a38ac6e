package io.weir.domain;

import java.time.Instant;

/**
 * A publication that was refused; the list in force stayed.
 *
 * @param reason the kind of fault in one word, such as {@code SHRUNK}
 * @param detail what is wrong and what to do, in sentences
 * @param uri file name or URL the publication was read from
 */
public record Refusal(Instant at, String reason, String detail, String uri) {}
