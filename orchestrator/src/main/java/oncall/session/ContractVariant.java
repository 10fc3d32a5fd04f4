package oncall.session;

import java.util.Map;

/**
 * The variant of a level that was tried in a round.
 *
 * @param seed   as {@code up --seed} takes it
 * @param values what follows from it
 */
public record ContractVariant(String level, int round, long seed, Map<String, String> values) { }
