package io.weir.ingest;

import java.io.InputStream;

/** One way in which transfers are written down: the export of one tool. */
public interface TransferFormat {

  /** Its name on the command line. */
  String name();

  /** The lines of an input in this format; memory does not grow with the input. */
  LineSource open(InputStream in);
}
