package gassafety.seal;

import gassafety.deployment.SigningKeys;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares records with their seals. */
@Component
class Verifier {

    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

    private final Seals seals;
    private final Beginning beginning;
    private final SigningKeys keys;
    private final Map<SourceKind, SealedRecords> rooms;

    Verifier(Seals seals, Beginning beginning, SigningKeys keys, List<SealedRecords> rooms) {
        this.seals = seals;
        this.beginning = beginning;
        this.keys = keys;
        this.rooms = rooms.stream().collect(Collectors.toMap(SealedRecords::kind, room -> room));
    }

    /** How one part stands; its seal is null when it has none. */
    record Result(
            Source source,
            int part,
            Standing standing,
            @Nullable Seal seal) {

        public String title() {
            return Seal.title(source, part);
        }
    }

    /**
     * All parts of these records, each with its standing.
     *
     * @param files whether the files are hashed again, too
     */
    @Transactional(readOnly = true)
    public List<Result> check(SourceKind kind, Collection<Long> ids, boolean files) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> parts = room(kind).parts(ids);
        Map<Long, List<Seal>> sealed = seals.of(kind, ids).stream()
                .collect(Collectors.groupingBy(seal -> seal.source().id()));
        Set<Beginning.Part> before = beginning.among(kind, ids);
        List<Result> results = new ArrayList<>();
        for (long id : ids) {
            Source source = new Source(kind, id);
            int has = parts.getOrDefault(id, 0);
            List<Seal> own = sealed.getOrDefault(id, List.of());
            own.forEach(seal -> results.add(new Result(
                    source, seal.part(), flaw(seal).orElseGet(() -> compare(seal, seal.part() < has, files)), seal)));
            IntStream.range(0, has)
                    .filter(part -> own.stream().noneMatch(seal -> seal.part() == part))
                    .mapToObj(part -> new Result(
                            source,
                            part,
                            before.contains(new Beginning.Part(id, part)) ? Standing.BEFORE_SEALS : Standing.UNSEALED,
                            null))
                    .forEach(results::add);
        }
        return results;
    }

    /** The sealed part with this code, with its files hashed again. */
    @Transactional(readOnly = true)
    public Optional<Result> byCode(String code) {
        return seals.byCode(code).map(seal -> {
            Source source = seal.source();
            Standing standing = flaw(seal).orElseGet(() -> {
                int has = room(source.kind()).parts(List.of(source.id())).getOrDefault(source.id(), 0);
                return compare(seal, seal.part() < has, true);
            });
            return new Result(source, seal.part(), standing, seal);
        });
    }

    /** What keeps a seal from proving anything. */
    private Optional<Standing> flaw(Seal seal) {
        if (!keys.knows(seal.keyId())) {
            return Optional.of(Standing.KEY_UNKNOWN);
        }
        return seal.isGenuine(keys) ? Optional.empty() : Optional.of(Standing.SEAL_CHANGED);
    }

    private Standing compare(Seal seal, boolean exists, boolean files) {
        if (!exists) {
            return Standing.GONE;
        }
        SealedRecords room = room(seal.source().kind());
        long id = seal.source().id();
        if (!Arrays.equals(seal.content(), written(room, seal))) {
            return Standing.CHANGED;
        }
        return files && seal.part() == 0 && !room.filesUnchanged(id) ? Standing.FILES_CHANGED : Standing.UNCHANGED;
    }

    /** Rows that make no sense any more say something else than what was signed, and must not stop a pass. */
    private static byte[] written(SealedRecords room, Seal seal) {
        try {
            return room.content(seal.source().id(), seal.part(), seal.form());
        } catch (TransientDataAccessException passing) {
            throw passing;
        } catch (RuntimeException senseless) {
            LOG.warn("{} can't be written in form {} any more", seal.source(), seal.form(), senseless);
            return new byte[0];
        }
    }

    private SealedRecords room(SourceKind kind) {
        return Optional.ofNullable(rooms.get(kind)).orElseThrow();
    }
}
