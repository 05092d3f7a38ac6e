package io.weir.address;

import java.util.List;

/**
 * A blockchain that transfers may name.
 *
 * @param id CAIP-2 id, such as {@code eip155:1}
 * @param names short names, such as {@code ethereum}; lower case
 * @param family how its addresses are written
 */
public record Chain(String id, List<String> names, Family family) {
  public Chain {
    names = List.copyOf(names);
  }
}
