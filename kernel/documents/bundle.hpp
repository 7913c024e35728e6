#pragma once

#include "kernel/base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace documents
{

/// A file inside a paper, which readers list beside its pages.
struct Enclosure {
    enum class Relation { source, data }; ///< what the pages were made of; the same, for a machine
    std::string name;                     ///< « devis.pdf », once in a paper
    std::string type;                     ///< "application/pdf"
    std::string description;
    std::string bytes;
    Relation relation = Relation::source;
};

struct Bundle {
    std::string_view paper;      ///< PDF/A of ours: its particulars are kept
    std::string_view last_pages; ///< another one, whose pages come last; may be empty
    std::vector<Enclosure> enclosures;
    base::Instant at; ///< written into the enclosures
};
/// Still PDF/A-3b; the same bytes for the same parts. Throws std::runtime_error for what is no PDF.
std::string bundled(const Bundle& bundle);

/// The bytes of an enclosure of a paper; nothing when there is none of that name, or no paper.
std::optional<std::string> enclosure_in(std::string_view pdf, const std::string& name);

} // namespace documents
