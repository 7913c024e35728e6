#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace base
{

/// Text without its emoji, joints and tints included, but for the signs that `is_kept`: « © » may
/// be drawn where « 🎉 » is not. Of blanks on both sides of one, one stays; of a text that was
/// nothing else, nothing.
std::string without_pictographs(std::string_view text,
                                const std::function<bool(char32_t)>& is_kept);

/// The same of one text in several pieces, in their order: the blank after an emoji that begins a
/// piece stays when the piece before ends in a word.
class PictographFilter
{
  public:
    explicit PictographFilter(std::function<bool(char32_t)> is_kept) : is_kept_(std::move(is_kept))
    {
    }
    /// What is left of the next piece.
    std::string next(std::string_view piece);

  private:
    std::function<bool(char32_t)> is_kept_;
    char32_t last_ = U'\n'; ///< kept
    bool is_after_one_ = false;
};

} // namespace base
