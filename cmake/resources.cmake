# Files that travel inside the program. haidang_resources(MODULE GLOB...) embeds
# each file byte for byte; resources::find("sql/0001_foundation.sql") gives it back.
set(HAIDANG_RESOURCE_INDEX ${CMAKE_BINARY_DIR}/generated/resource_index.cpp)

function(haidang_embed module root)
  set(index "${CMAKE_BINARY_DIR}/generated/${module}_index.inc")
  foreach(path IN LISTS ARGN)
    set_property(GLOBAL APPEND PROPERTY HAIDANG_RESOURCE_PATHS "${path}")
    set_property(GLOBAL APPEND PROPERTY HAIDANG_RESOURCE_FILES "${root}/${path}")
  endforeach()
endfunction()

function(haidang_resources module)
  set(paths)
  foreach(pattern IN LISTS ARGN)
    file(GLOB found CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/${pattern})
    list(APPEND paths ${found})
  endforeach()
  haidang_embed(${module} ${CMAKE_SOURCE_DIR} ${paths})
endfunction()

# Gettext catalogues: i18n/vi.po becomes the resource i18n/vi.mo.
function(haidang_catalogues module pattern)
  find_program(MSGFMT msgfmt REQUIRED)
  file(GLOB catalogues CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/${pattern})
  foreach(source IN LISTS catalogues)
    string(REGEX REPLACE "\\.po$" ".mo" compiled ${source})
    add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/${compiled}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/i18n
      COMMAND ${MSGFMT} --check-format -o ${CMAKE_BINARY_DIR}/${compiled} ${CMAKE_SOURCE_DIR}/${source}
      DEPENDS ${CMAKE_SOURCE_DIR}/${source} VERBATIM)
    haidang_embed(${module} ${CMAKE_BINARY_DIR} ${compiled})
  endforeach()
endfunction()

# .incbin keeps compile time flat however large the files are.
function(haidang_resource_index module)
  get_property(paths GLOBAL PROPERTY HAIDANG_RESOURCE_PATHS)
  get_property(files GLOBAL PROPERTY HAIDANG_RESOURCE_FILES)
  set(blobs "")
  set(externs "")
  set(rows "")
  set(number 0)
  foreach(path file IN ZIP_LISTS paths files)
    string(APPEND blobs ".global haidang_resource_${number}\nhaidang_resource_${number}:\n.incbin \"${file}\"\n.global haidang_resource_${number}_end\nhaidang_resource_${number}_end:\n.byte 0\n")
    string(APPEND externs "extern const char haidang_resource_${number}[], haidang_resource_${number}_end[];\n")
    string(APPEND rows "    {\"${path}\", {haidang_resource_${number}, haidang_resource_${number}_end}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  set(assembly ${CMAKE_BINARY_DIR}/generated/resources.S)
  file(CONFIGURE OUTPUT ${assembly} CONTENT ".section .rodata\n${blobs}.section .note.GNU-stack,\"\",%progbits\n" @ONLY)
  file(CONFIGURE OUTPUT ${HAIDANG_RESOURCE_INDEX} CONTENT "#include \"resources/resource_table.h\"
extern \"C\" {
${externs}}
namespace haidang::resources {
std::span<const Entry> table() {
  static const Entry entries[] = {
${rows}    {\"\", {nullptr, nullptr}}};
  return {entries, ${number}};
}
}  // namespace haidang::resources
" @ONLY)
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(haidang_${module} PRIVATE ${assembly} ${HAIDANG_RESOURCE_INDEX})
endfunction()
