package io.weir.bench;

import io.weir.config.ConfigKeys;
import java.util.Map;
import java.util.Optional;

/**
 * An application and what it has to work through.
 *
 * @param name short, of lower-case letters, digits and hyphens
 * @param what one line for people
 * @param product what it must have written at the end
 * @param config keys that it alone has
 * @param heap as {@code -Xmx} takes it; empty for that of all
 */
record Contestant(
    String name,
    String what,
    Class<? extends BenchApp> app,
    Product product,
    Map<String, String> config,
    Assignment work,
    Optional<String> heap) {

  /** An application other than Weir. */
  static Contestant other(
      String name, String what, Class<? extends BenchApp> app, Product product, Assignment work) {
    return new Contestant(name, what, app, product, Map.of(), work, Optional.empty());
  }

  /** Weir with alerts alone. */
  static Contestant hitsOnly(String name, String what, Assignment work) {
    return new Contestant(
        name,
        what,
        WeirApp.class,
        Product.ALERTS,
        Map.of(ConfigKeys.SCREENED_OUTPUT, "none"),
        work,
        Optional.empty());
  }

  /** Weir as it ships. */
  static Contestant asShipped(String name, String what, Assignment work) {
    return other(name, what, WeirApp.class, Product.VERDICTS_AND_ALERTS, work);
  }

  /** Whether it needs the list by published text. */
  boolean comparesTexts() {
    return product == Product.TEXT_ALERTS;
  }

  /** The same with a heap of its own. */
  Contestant withHeap(String own) {
    return new Contestant(name, what, app, product, config, work, Optional.of(own));
  }
}
