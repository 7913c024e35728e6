#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

/// For kernel/documents only.
namespace documents
{

/// What parsing one text may cost; a page of 400 kB takes a tenth of it. Hostile HTML can ask for a
/// thousand times its size (formatting elements are made again in each paragraph).
inline constexpr std::size_t tree_bytes_max = 96 * 1'024 * 1'024;
/// Signs « < »: the time of parsing can grow as their square. A text of 20 000 characters pasted
/// from Word has 5 000.
inline constexpr std::ptrdiff_t tags_max = 12'000;

/// HTML as browsers read it, kept in memory that is given back at once, however deep the tree.
class HtmlTree
{
  public:
    /// Throws std::bad_alloc where it would cost more than tree_bytes_max.
    explicit HtmlTree(std::string html);
    ~HtmlTree();
    HtmlTree(const HtmlTree&) = delete;
    HtmlTree& operator=(const HtmlTree&) = delete;

    const GumboNode& root() const { return *root_; }

  private:
    struct Memory;

    std::string html_; ///< the tree points into it
    std::unique_ptr<Memory> memory_;
    const GumboNode* root_ = nullptr;
};

/// Nothing beyond tree_bytes_max or tags_max.
std::unique_ptr<HtmlTree> read_tree(std::string html);

/// As it was written, in lower case.
std::string name_of(const GumboNode& element);
/// gumbo ends an element whose name it does not know at the end of any other such.
bool is_closed_by_another(const GumboNode& element);
/// Empty where there is none.
std::string_view attribute_of(const GumboNode& element, const char* name);
/// The children of an element; none for anything else.
const GumboVector& children_of(const GumboNode& node);
const GumboNode& child_at(const GumboVector& children, unsigned position);

} // namespace documents
