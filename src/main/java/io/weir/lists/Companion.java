package io.weir.lists;

import java.io.InputStream;

/**
 * A second file without which a publication is not whole, such as {@code sdn_comments.csv}.
 *
 * @param name of the file, for messages
 * @param file is read to its end and left open
 */
public record Companion(String name, InputStream file) {}
