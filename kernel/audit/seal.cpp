#include "kernel/audit/seal.hpp"

#include "kernel/base/text.hpp"

#include <initializer_list>

namespace audit
{
namespace
{

/// Each field with its length, so that no two lists of fields read alike.
void add(std::string& text, std::string_view field)
{
    text.append(std::to_string(field.size())).append(":").append(field);
}

std::string joined(std::string_view what, std::initializer_list<std::string_view> fields)
{
    std::string text;
    add(text, what);
    for (const auto field : fields)
        add(text, field);
    return text;
}

std::string digits(std::int64_t number)
{
    return std::to_string(number);
}

} // namespace

std::string hash_of(std::int64_t chain, const EntryFacts& entry)
{
    return base::hex(base::sha256(
        joined("audit entry 1",
               {digits(chain), digits(entry.id), digits(entry.at.micros), digits(entry.actor),
                entry.action, entry.subject_kind, digits(entry.subject), entry.payload_sha256})));
}

std::string hash_of(std::int64_t chain, const Batch& batch, const std::vector<Seal>& seals)
{
    auto text =
        joined("audit batch 1", {digits(chain), digits(batch.batch), digits(batch.sealed_at.micros),
                                 digits(batch.entries), batch.previous});
    for (const auto& seal : seals)
        text += joined("", {digits(seal.position), digits(seal.entry), seal.hash});
    return base::hex(base::sha256(text));
}

std::string text_of(std::int64_t chain, const Head& head)
{
    return joined("audit head 1", {digits(chain), digits(head.number), digits(head.batch),
                                   head.hash, digits(head.entries), digits(head.signed_at.micros)});
}

SealedBatch sealed(std::int64_t chain, const Batch& previous,
                   const std::vector<EntryFacts>& entries)
{
    SealedBatch made{.batch = {.batch = previous.batch + 1,
                               .sealed_at = base::real_now(),
                               .entries = static_cast<std::int64_t>(entries.size()),
                               .previous = previous.hash,
                               .hash = {}},
                     .seals = {}};
    for (const auto& entry : entries)
        made.seals.push_back({.batch = made.batch.batch,
                              .position = static_cast<std::int64_t>(made.seals.size()) + 1,
                              .entry = entry.id,
                              .hash = hash_of(chain, entry)});
    made.batch.hash = hash_of(chain, made.batch, made.seals);
    return made;
}

secrets::SigningKey head_key(const secrets::Vault& vault)
{
    return secrets::SigningKey{vault.key_for("audit.head")};
}

Head signed_head(std::int64_t chain, Head head, const secrets::SigningKey& key)
{
    head.key = key.public_key();
    head.signature = key.sign(text_of(chain, head));
    return head;
}

bool is_signed(std::int64_t chain, const Head& head, const secrets::SigningKey& key)
{
    return head.key == key.public_key() &&
           secrets::is_signed_by(head.key, text_of(chain, head), head.signature);
}

} // namespace audit
