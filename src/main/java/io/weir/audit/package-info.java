/**
 * The independent verifier: it recomputes from the topics what screening and look-back should have
 * written, and says where the topics differ.
 *
 * <p>It shares nothing with the topologies but the schemas and the address package. What looks like
 * a repetition of their code here is meant: a fault that both share would be found by nobody.
 */
@NullMarked
package io.weir.audit;

import org.jspecify.annotations.NullMarked;
