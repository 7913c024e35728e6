# Warnings are errors. Third-party headers come in as SYSTEM and are not judged.
add_library(etabli_warnings INTERFACE)
target_compile_options(etabli_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Werror
  -Wconversion -Wsign-conversion   # a silent narrowing is a lost cent
  -Wshadow                         # a hidden name is read as the other one
  -Wold-style-cast -Wuseless-cast
  -Wnon-virtual-dtor -Woverloaded-virtual
  -Wduplicated-cond -Wlogical-op
  -Wformat=2 -Wimplicit-fallthrough -Wundef
  -Wno-missing-field-initializers) # {.name = "x"} means: the other members as declared
