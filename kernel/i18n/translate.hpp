#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/base/refusal.hpp"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace i18n
{

/// The sentences of the product by dotted key, in French typography. A key is a path through the
/// tables of `i18n/fr.toml` files: [tickets.refusal] closed = "…" is "tickets.refusal.closed".
/// Immutable once made.
class Catalogue
{
  public:
    /// Throws std::runtime_error naming the file for unreadable TOML, a value that is not a text,
    /// or a key that two files give.
    explicit Catalogue(std::span<const base::EmbeddedFile> files);

    /// The sentence with its `{name}` placeholders replaced; a key whose table holds `one` and
    /// `other` is chosen by the parameter "count" (0 and 1 are singular in French). Nullptr when
    /// unknown.
    const std::string* find(std::string_view key, const base::Params& params = {}) const;

    std::size_t size() const { return texts_.size(); }

  private:
    std::map<std::string, std::string, std::less<>> texts_;
};

/// The sentence of `key` in the embedded catalogue. Values of `params` are inserted as they are:
/// format numbers first; html escapes afterwards. An unknown key or a missing parameter is logged
/// and shown as it is, or throws std::logic_error after set_unknown_key(UnknownKey::Throws). Any
/// thread.
std::string t(std::string_view key, const base::Params& params = {});
/// Whether t() knows the key, plural forms included.
bool has(std::string_view key);

/// What t() does of a mistake of ours: test mode throws so that no journey misses it.
enum class UnknownKey { Shows, Throws };
void set_unknown_key(UnknownKey what);

/// Replaces `{name}` by the value of each parameter; others stay.
std::string filled(std::string_view pattern, const base::Params& params);

} // namespace i18n
