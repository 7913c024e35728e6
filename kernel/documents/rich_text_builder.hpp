#pragma once

#include "kernel/documents/rich_text.hpp"

/// For kernel/documents only.
namespace documents
{

enum class LineEnds { Spaces, Breaks };

/// Makes a canonical RichText out of pieces in any state. White space belongs to nobody: it is
/// written once something visible follows it.
class RichTextBuilder
{
  public:
    void words(std::string_view text, const TextMarks& marks, LineEnds ends);
    /// « <br> »: two of them part paragraphs.
    void line_break() { ++breaks_; }
    /// A block inside an item of a list: at least one line break.
    void soft_break();
    /// What follows is another block, of this kind.
    void begin(TextKind kind, int level);
    void end_block() { begin(kind_, level_); }
    RichText finish();

  private:
    void space(std::string_view sign);
    void write(std::string_view visible, const TextMarks& marks);
    void write_gap(const TextMarks& next);
    void close();

    RichText made_;
    TextBlock block_;
    TextKind kind_ = TextKind::Paragraph;
    int level_ = 0;
    std::string space_; ///< seen since the last visible sign
    int breaks_ = 0;    ///< likewise
};

} // namespace documents
