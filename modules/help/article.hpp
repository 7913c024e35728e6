#pragma once

#include "kernel/tenancy/actor.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace help
{

/// A piece of an article, in the order of the page.
struct Block {
    enum class Kind { Heading, Words, Picture };
    Kind kind = Kind::Words;
    std::string text;    ///< of a heading; Markdown; what a picture shows
    std::string picture; ///< its name: "prendre"
};

struct Article {
    std::string name;  ///< in its address: "prendre-un-ticket"
    std::string title; ///< French typography is done
    std::string lead;  ///< one sentence
    std::string needs; ///< the right its reader must hold; empty = everybody of its side
    std::vector<Block> blocks;
};

/// Reads « # Title », perhaps « <!-- needs: progress.write --> », the sentence below, then
/// « ## headings », pictures « ![what](file) » on lines of their own, and Markdown. Throws
/// std::runtime_error without a title or a sentence.
Article read_article(std::string_view name, std::string_view markdown);

/// Those of a side, in the order of their files. Read once, on first use; any thread.
const std::vector<Article>& articles_for(tenancy::Side side);
/// Nullptr when that side has none of this name.
const Article* find_article(tenancy::Side side, std::string_view name);

} // namespace help
