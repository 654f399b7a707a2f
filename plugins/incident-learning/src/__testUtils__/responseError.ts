import { ResponseError } from '@backstage/errors';

/** An error as the backend answers it and the client rejects with it. */
export function responseError(
  status: number,
  name: string,
  message: string,
  details: object = {},
): Promise<ResponseError> {
  const body = {
    error: { name, message, ...details },
    request: { method: 'GET', url: '/incidents' },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      statusText: name,
      headers: { 'content-type': 'application/json' },
    }),
  );
}
