#pragma once

#include <cairo.h>

#include <memory>

namespace home_screen
{

/// Inter, bold, from the assets of the binary: a server may have no font. Throws std::runtime_error
/// when it cannot be read. A drawing must let go of the face before this object goes.
class Typeface
{
  public:
    Typeface();
    ~Typeface();
    Typeface(const Typeface&) = delete;
    Typeface& operator=(const Typeface&) = delete;

    cairo_font_face_t* face() const;

  private:
    struct Opened;
    std::unique_ptr<Opened> opened_;
};

} // namespace home_screen
