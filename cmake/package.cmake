# What an installation holds, and the Debian package of it (./dev package).
# The program alone is installed: tests need not be built for a package.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
install(FILES ${CMAKE_SOURCE_DIR}/deploy/haidang.service DESTINATION lib/systemd/system)
install(FILES ${CMAKE_SOURCE_DIR}/deploy/haidang.sysusers DESTINATION lib/sysusers.d RENAME haidang.conf)
install(FILES ${CMAKE_SOURCE_DIR}/deploy/Caddyfile ${CMAKE_SOURCE_DIR}/deploy/nginx-site.conf
        DESTINATION share/doc/haidang/examples)
foreach(document LICENSE README.md docs/administration.md)
  if(EXISTS ${CMAKE_SOURCE_DIR}/${document})
    install(FILES ${CMAKE_SOURCE_DIR}/${document} DESTINATION share/doc/haidang)
  endif()
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME haidang)
set(CPACK_PACKAGE_CONTACT "Hải Đăng maintainers <haidang@binhhai.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "external information portal of a province, in three languages")
set(CPACK_PACKAGE_DESCRIPTION "One program that serves a province's portal in Vietnamese, English and Chinese
and the newsroom behind it. Data lie in one folder; SQLite, or PostgreSQL.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql, caddy | nginx")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/deploy/postinst ${CMAKE_SOURCE_DIR}/deploy/prerm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
