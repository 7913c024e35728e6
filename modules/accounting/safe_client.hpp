#pragma once

#include "modules/accounting/safe.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace accounting
{

/// Why the service does not keep what it is sent.
struct SafeFailure {
    long status = 0;         ///< 0: no answer came
    std::string code;        ///< « SignatureDoesNotMatch »; may be empty
    bool is_altered = false; ///< it answered well, and keeps something else
};
/// A sentence that says what to do.
std::string sentence_of(const SafeFailure& failure);

/// What the service says of an object that is there.
struct SafeSeen {
    std::int64_t bytes = 0;
    std::string etag;
};

/// A safe with its secret open. Waits for the network: never inside a transaction.
class SafeClient
{
  public:
    SafeClient(const Safe& safe, std::string secret);

    struct Bytes {
        std::filesystem::path file;
        std::string sha256;
        std::int64_t size = 0;
    };
    /// Sends it unless it is there already, and looks at it afterwards.
    std::variant<SafeSeen, SafeFailure> keep(const std::string& name, const Bytes& bytes) const;

    /// Writes a small object, reads it back and takes it away.
    std::optional<SafeFailure> try_out() const;

  private:
    files::S3Place place_;
};

} // namespace accounting
