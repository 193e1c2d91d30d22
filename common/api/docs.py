"""The human page beside the schema, without a script from elsewhere."""

from html import escape

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Jiangxin API</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#22201c}
code{background:#f4f0e8;padding:.1em .3em;border-radius:4px}table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #e2dccf;vertical-align:top}</style>
<h1>Jiangxin API v1</h1><p>Machine-readable: <a href="openapi.json">openapi.json</a>. Errors are
<code>application/problem+json</code> with <code>code</code>, <code>detail</code> and <code>data</code>.</p>"""


class HumanDocs(DocsBase):
    def render_page(self, request: HttpRequest, api: NinjaAPI, **_: object) -> HttpResponse:  # noqa: ARG002
        rows = [
            f"<tr><td><code>{method.upper()}</code></td><td><code>{escape(path)}</code></td>"
            f"<td><b>{escape(operation['operationId'])}</b><br>{escape(operation.get('summary', ''))}</td></tr>"
            for path, operations in api.get_openapi_schema()["paths"].items()
            for method, operation in operations.items()
        ]
        return HttpResponse(f"{HEAD}<table><tr><th>Method<th>Path<th>Operation</tr>{''.join(rows)}</table>")
