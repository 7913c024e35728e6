#pragma once

#include "kernel/documents/documents.hpp"

#include <string>

namespace documents
{

/// What attached data is to the paper (ISO 32000-2, AFRelationship).
enum class Relationship {
    alternative, ///< says what the paper says, for programs
    source,      ///< what the paper was made of
    data,        ///< the paper shows only a part of it
    supplement   ///< says more than the paper
};

/// Data that travels inside a paper.
struct Attachment {
    std::string name;        ///< of the file, « devis.pdf »; once in a paper
    std::string media_type;  ///< "text/xml"
    std::string description; ///< for whoever looks at the list of attachments
    Relationship relationship = Relationship::alternative;
    std::string bytes;
    /// rdf:Description elements that announce it in the metadata of the paper, with their
    /// namespaces; the program's own, never typed text. Empty for most.
    std::string metadata;
};

/// pdf_of() with that inside, dated as the paper is. Still PDF/A-3b, still the same bytes for the
/// same paper and attachment.
std::string pdf_of(const Document& document, const Attachment& attachment);

} // namespace documents
