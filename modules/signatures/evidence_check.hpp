#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signatures
{

/// A file of evidence as it was handed over.
struct Handed {
    std::string name;
    std::string bytes;
};

/// What the files prove, for whoever holds them: without network, without database.
struct Verdict {
    bool holds = false;
    std::vector<std::string> lines; ///< in French
};

/// Judges evidence (PDF or JSON), signed documents and what belongs to them: each seal, then that
/// all say the same. `fingerprint`: that of the installation as the business gave it, with or
/// without colons; empty: printed to be compared. Never throws for what is in a file.
Verdict judge(const std::vector<Handed>& files, std::string_view fingerprint);

} // namespace signatures
