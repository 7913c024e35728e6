#include "kernel/search/query.hpp"

#include "kernel/base/text.hpp"
#include "kernel/search/term_store.hpp"

#include <algorithm>
#include <limits>

namespace search
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::size_t keyed_phone_digits_min = 8;
constexpr int pages_max = 4; ///< of hits_max ids, when the reader may not see them all

bool is_one_letter(const std::string& word)
{
    return base::code_points(word) == 1;
}

/// The longest word leads: it is the rarest more often than not.
std::vector<std::string> whole_words(std::vector<std::string> words)
{
    std::erase_if(words, is_one_letter);
    if (words.size() > query_words_max) words.resize(query_words_max);
    std::ranges::stable_sort(words, std::greater{}, &std::string::size);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::string keyed(const secrets::Vault& vault, std::string_view value)
{
    return keyed_term(keyed_hash(vault, value));
}

struct Sight {
    Scope scope;
    Scope also;
    Show show = nullptr;
};

/// What the actor sees of a kind; no Show when nothing.
Sight sight_of(const tenancy::Actor& actor, const Kind& kind)
{
    if (!kind.permission.empty() && !actor.may(kind.permission)) return {};
    if (actor.side == tenancy::Side::portal) {
        const auto own = Scope::of_client(actor.client);
        return {own, own, actor.client ? kind.to_client : nullptr};
    }
    const bool has_notes = kind.internal_words == InternalWords::some;
    return {Scope::staff(), has_notes ? Scope::internal() : Scope::staff(), kind.to_staff};
}

void append_new(std::vector<Hit>& hits, std::vector<Hit> more)
{
    std::ranges::sort(more, std::greater{}, &Hit::id);
    for (auto& hit : more)
        if (std::ranges::find(hits, hit.id, &Hit::id) == hits.end()) hits.push_back(std::move(hit));
}

void look_up(WorkspaceTransaction& tx, const Reading& reading, const Kind& kind, const Sight& sight,
             std::vector<Hit>& hits)
{
    Place place{.kind = kind.name,
                .scope = sight.scope,
                .also = sight.also,
                .before = std::numeric_limits<std::int64_t>::max()};
    for (int page = 0; page < pages_max && hits.size() < hits_max; ++page) {
        const auto ids = TermStore{tx}.ids(reading, place);
        if (!ids.empty()) append_new(hits, sight.show(tx, ids));
        if (ids.size() < hits_max) return;
        place.before = ids.back();
    }
}

} // namespace

bool Reading::is_in_names_only() const
{
    return is_one_letter(prefix);
}

std::vector<Reading> readings_of(std::string_view typed, const secrets::Vault* vault)
{
    const auto read = base::trim(base::shorten(typed, typed_max));
    auto words = words_of(read);
    if (words.empty()) return {};
    std::vector<Reading> readings;
    Reading plain{.words = {}, .prefix = words.back()};
    words.pop_back();
    plain.words = whole_words(std::move(words));
    readings.push_back(std::move(plain));

    const auto phone = phone_term(read);
    if (!phone.empty() && phone != readings.front().prefix) readings.push_back({{}, phone});
    if (vault == nullptr) return readings;
    if (phone.size() >= keyed_phone_digits_min) readings.push_back({{keyed(*vault, phone)}, {}});
    if (read.find('@') != std::string::npos)
        readings.push_back({{keyed(*vault, base::lower_ascii(read))}, {}});
    return readings;
}

std::vector<Group> find(WorkspaceTransaction& tx, std::string_view typed,
                        const std::vector<const Kind*>& kinds)
{
    std::vector<Group> found;
    const auto readings = readings_of(typed, registry().vault());
    for (const auto* kind : kinds) {
        const auto sight = sight_of(tx.actor(), *kind);
        if (sight.show == nullptr) continue;
        Group group{.kind = kind, .hits = {}};
        for (const auto& reading : readings)
            look_up(tx, reading, *kind, sight, group.hits);
        if (group.hits.size() > hits_max) group.hits.resize(hits_max);
        if (!group.hits.empty()) found.push_back(std::move(group));
    }
    return found;
}

} // namespace search
