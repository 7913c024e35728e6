#include "kernel/mail/reply_key.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"
#include "kernel/mail/link_proof.hpp"

#include <algorithm>

namespace mail
{
namespace
{

constexpr std::size_t number_bytes = 8;
constexpr std::size_t proof_bytes = 10;
constexpr std::size_t key_bytes = 2 * number_bytes + proof_bytes;
constexpr std::size_t key_characters = 42; // of 5 bits

const secrets::Vault*& signer()
{
    static const secrets::Vault* the_signer = nullptr;
    return the_signer;
}

std::string bytes_of(std::int64_t number)
{
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(static_cast<std::uint64_t>(number) >> shift & 0xFFU);
    return bytes;
}

std::int64_t number_of(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = number << 8U | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number & INT64_MAX);
}

std::string_view word_of(ReplyKey::Kind kind)
{
    switch (kind) {
    case ReplyKey::Kind::check:
        return "check";
    case ReplyKey::Kind::bounce:
        return "bounce";
    case ReplyKey::Kind::supplier:
        return "supplier";
    case ReplyKey::Kind::ticket:
        break;
    }
    return "ticket";
}

std::string proof_of(const tenancy::Workspace& workspace, const ReplyKey& key)
{
    KERNEL_ASSERT(signer() != nullptr);
    const auto said = std::string{word_of(key.kind)} + ":" + workspace.id.text() + ":" +
                      std::to_string(key.subject) + ":" + key.member.text();
    return signer()->keyed_hash("mail.reply", said).substr(0, proof_bytes);
}

/// Of letters in any case, as some servers change them.
std::optional<std::string> unbase32(std::string_view text)
{
    constexpr unsigned bits_each = 5;
    std::string bytes;
    unsigned held = 0;
    unsigned bits = 0;
    for (const char c : base::lower_ascii(text)) {
        const bool is_letter = c >= 'a' && c <= 'z';
        if (!is_letter && (c < '2' || c > '7')) return {};
        const auto value = static_cast<unsigned>(is_letter ? c - 'a' : c - '2' + 26);
        held = (held << bits_each | value) & 0xFFFFU;
        bits += bits_each;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 0xFFU);
    }
    return bytes;
}

struct Split {
    std::string local;
    std::string domain;
};

Split split_address(std::string_view address)
{
    const auto lower = base::lower_ascii(address);
    const auto at = lower.rfind('@');
    if (at == lower.npos) return {};
    return {lower.substr(0, at), lower.substr(at + 1)};
}

} // namespace

void sign_replies_with(const secrets::Vault& vault)
{
    signer() = &vault;
}

std::string link_proof(const tenancy::Workspace& workspace, std::string_view kind,
                       std::int64_t subject)
{
    constexpr std::size_t link_proof_bytes = 16;
    KERNEL_ASSERT(signer() != nullptr);
    const auto said = std::string{kind} + ":" + workspace.id.text() + ":" + std::to_string(subject);
    return signer()->keyed_hash("mail.link", said).substr(0, link_proof_bytes);
}

std::string keyed_address(const tenancy::Workspace& workspace, const Mailbox& mailbox,
                          const ReplyKey& key)
{
    const auto [local, domain] = split_address(mailbox.address);
    const auto bytes =
        bytes_of(key.subject) + bytes_of(key.member.value) + proof_of(workspace, key);
    return local + "+" + base::lower_ascii(base::base32(bytes)) + "@" + domain;
}

std::optional<ReplyKey> key_in(const tenancy::Workspace& workspace, const Mailbox& mailbox,
                               std::string_view address)
{
    const auto own = split_address(mailbox.address);
    const auto given = split_address(address);
    const auto start = own.local + "+";
    if (own.local.empty() || given.domain != own.domain || !given.local.starts_with(start))
        return {};
    const auto text = std::string_view{given.local}.substr(start.size());
    const auto bytes = text.size() == key_characters ? unbase32(text) : std::nullopt;
    if (!bytes || bytes->size() != key_bytes) return {};
    const auto read = std::string_view{*bytes};
    ReplyKey key{.subject = number_of(read.substr(0, number_bytes)),
                 .member = {number_of(read.substr(number_bytes, number_bytes))}};
    for (const auto kind : {ReplyKey::Kind::ticket, ReplyKey::Kind::check, ReplyKey::Kind::bounce,
                            ReplyKey::Kind::supplier}) {
        key.kind = kind;
        if (base::equal_in_constant_time(read.substr(2 * number_bytes), proof_of(workspace, key)))
            return key;
    }
    return {};
}

} // namespace mail
