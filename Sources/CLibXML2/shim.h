#ifndef PARCOURS_LIBXML2_SHIM_H
#define PARCOURS_LIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* Foundation brings its own ICU; libxml2's headers would pull in another. */
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
/* xmlFree is a global variable, which Swift's concurrency checks refuse. */
static inline void parcours_xml_free(void *pointer) { xmlFree(pointer); }
#endif
